'use strict';
// Shows the lists that stand in the page as data (see LongList): a page of rows at a time, made from templates and the words of each row.
globalThis.sourcingLists = new Map();
(() => {
  const rowsOfPage = 100;
  const mostPrinted = 120;
  const lists = globalThis.sourcingLists;
  const number = new Intl.NumberFormat('en');
  const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'', '&#58;': ':', '&#35;': '#' };
  const plain = text => text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39|#58|#35);/g, entity => entities[entity]) : text;
  const place = /\u0001(\d\d)/g;
  // Template, links, then the words.
  const firstWord = 2;
  const fill = (pattern, row) => pattern.replace(place, (_, word) => row[firstWord + Number(word)]);
  const fillPlain = (pattern, row) => pattern.includes('\u0001') ? pattern.replace(place, (_, word) => plain(row[firstWord + Number(word)])) : pattern;

  // All texts below an element, apart from each other.
  const textsOf = node => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) { texts.push(walker.currentNode.data); }
    return texts.join(' ').toLowerCase();
  };

  class Template {
    constructor(markup) {
      const holder = document.createElement('template');
      holder.innerHTML = markup;
      const row = holder.content.firstElementChild;
      this.rows = holder.content.childElementCount;
      this.id = row.id;
      this.data = { ...row.dataset };
      this.keys = [...row.cells].map(cell => cell.dataset.key ?? cell.textContent);
      this.name = row.querySelector('.number, summary')?.textContent ?? '';
      // What every row of the template says, and the texts in which its own words stand.
      const texts = textsOf(holder.content).split(/\s+/);
      this.same = [...new Set(texts.filter(text => !text.includes('\u0001')))].join(' ');
      this.own = [...new Set(texts.filter(text => text.includes('\u0001')))];
      // What a disclosure holds is made when it is opened.
      this.closed = [...holder.content.querySelectorAll('details')].map(details => {
        const inside = document.createElement('div');
        inside.append(...[...details.childNodes].filter(node => node.nodeName !== 'SUMMARY'));
        return inside.innerHTML;
      });
      this.markup = holder.innerHTML;
    }
  }

  class LongList {
    #place;
    #rows;
    #templates;
    #groups;
    #folded = new Set();
    #fits = null;
    #order;
    #visible = [];
    #page = 0;
    #pagers = [];
    #note;
    #ids = null;

    constructor(place, data) {
      const texts = [];
      for (const row of data.rows) {
        for (let at = firstWord; at < row.length; at++) {
          if (typeof row[at] === 'number') { row[at] = texts[row[at]]; } else { texts.push(row[at]); }
        }
      }

      this.#place = place;
      this.#rows = data.rows;
      this.#groups = data.groups;
      this.#templates = data.templates.map(blocks => ({ blocks, made: null, of: data.blocks }));
      this.#order = data.rows.map((_, at) => at);
      this.#pagers = [this.#addPager('before', 'above the list'), this.#addPager('after', 'below the list')];
      this.#note = document.createElement('p');
      this.#note.className = 'note printed';
      place.before(this.#note);
      this.#body.addEventListener('toggle', event => this.#complete(event.target), true);
      this.#body.addEventListener('click', event => this.#fold(event.target.closest('button.fold')));
      place.hidden = false;
      document.querySelector(`[data-unless="${place.dataset.list}"]`).hidden = true;
      this.#look();
    }

    get size() { return this.#rows.length; }

    get #body() { return this.#place.querySelector('tbody'); }

    nameOf(at) { return fillPlain(this.#templateOf(at).name, this.#rows[at]); }

    idOf(at) { return fillPlain(this.#templateOf(at).id, this.#rows[at]); }

    has(at, word) {
      const template = this.#templateOf(at);
      return template.same.includes(word) || template.own.some(text => fillPlain(text, this.#rows[at]).toLowerCase().includes(word));
    }

    facet(at, name) { return name === 'group' ? String(this.#groupOf(at)) : fillPlain(this.#templateOf(at).data[name], this.#rows[at]); }

    keysOf(column) { return this.#order.map(at => [fillPlain(this.#templateOf(at).keys[column], this.#rows[at]), at]); }

    sort(order) {
      this.#order = order;
      this.#look();
    }

    show(fits) {
      this.#fits = fits;
      this.#look();
    }

    foldAll(isFolded) {
      this.#folded = new Set(isFolded ? this.#rows.keys() : []);
      this.#look();
    }

    // Turns to the page of a row, and clears the filters when they hide it.
    turnTo(id) {
      this.#ids ??= new Map(this.#rows.map((_, at) => [this.idOf(at), at]));
      const at = this.#ids.get(id);
      if (at === undefined) { return; }
      if (!this.#visible.includes(at)) { this.clearFilters?.(); }
      this.#turn(Math.floor(Math.max(0, this.#visible.indexOf(at)) / rowsOfPage));
    }

    print(isPrinting) {
      if (isPrinting) {
        this.#note.textContent = this.#visible.length > mostPrinted
          ? `Printed: the first ${number.format(mostPrinted)} of ${number.format(this.#visible.length)} rows. Set filters on the page to print others.` : '';
        this.#write(this.#visible.slice(0, mostPrinted));
      } else {
        this.#turn(this.#page);
      }
    }

    #templateOf(at) {
      const template = this.#templates[this.#rows[at][0]];
      return template.made ??= new Template(template.blocks.map(block => template.of[block]).join(''));
    }

    // The headings are in the order of the rows.
    #groupOf(at) {
      let [low, high] = [0, this.#groups.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.#groups[middle][0] <= at) { low = middle; } else { high = middle - 1; }
      }

      return low;
    }

    // Finds the rows that are looked at: those that the filters let through and no folded assembly contains.
    #look() {
      let closedAt = Infinity;
      this.#visible = this.#order.filter(at => {
        if (this.#folded.size > 0) {
          const level = Number(this.#templateOf(at).data.level);
          if (level <= closedAt) { closedAt = Infinity; }
          if (closedAt < Infinity) { return false; }
          if (this.#folded.has(at)) { closedAt = level; }
        }

        return this.#fits?.[at] ?? true;
      });
      this.#turn(0);
    }

    #turn(page) {
      this.#page = Math.min(page, Math.max(0, Math.ceil(this.#visible.length / rowsOfPage) - 1));
      const first = this.#page * rowsOfPage;
      const rows = this.#visible.slice(first, first + rowsOfPage);
      this.#write(rows);
      for (const pager of this.#pagers) {
        pager.hidden = this.#visible.length <= rowsOfPage;
        pager.querySelector('span').textContent = `Rows ${number.format(first + 1)}–${number.format(first + rows.length)} of ${number.format(this.#visible.length)}`;
        for (const button of pager.querySelectorAll('button')) {
          // A button that is disabled loses the focus of whoever uses the keyboard.
          button.setAttribute('aria-disabled', String(Number(button.dataset.to) < 0 ? this.#page === 0 : first + rows.length >= this.#visible.length));
        }
      }
    }

    #write(rows) {
      const parts = [];
      let group = -1;
      for (const at of rows) {
        if (this.#groups.length > 0 && this.#groupOf(at) !== group) {
          group = this.#groupOf(at);
          parts.push(`<tr class="group"><th scope="rowgroup" colspan="${this.#place.querySelectorAll('thead th').length}">${this.#groups[group][1]}</th></tr>`);
        }

        parts.push(fill(this.#templateOf(at).markup, this.#rows[at]));
      }

      this.#body.innerHTML = parts.join('');
      const written = [...this.#body.children].filter(row => !row.matches('.because, .group'));
      written.forEach((row, index) => {
        row.dataset.at = String(rows[index]);
        const fold = row.querySelector('button.fold');
        if (fold) {
          fold.hidden = false;
          fold.setAttribute('aria-expanded', String(!this.#folded.has(rows[index])));
        }
      });
    }

    // Makes what a disclosure holds, and its links to rows of other lists.
    #complete(details) {
      if (details.childElementCount > 1) { return; }
      let row = details.closest('tr');
      if (row.matches('.because')) { row = row.previousElementSibling; }
      const at = Number(row.dataset.at);
      details.insertAdjacentHTML('beforeend', fill(this.#templateOf(at).closed[0], this.#rows[at]));
      const target = details.querySelector('[data-links]');
      const list = lists.get(target?.dataset.links);
      if (!list) { return; }
      const others = this.#rows[at][1];
      const links = others.map(other => {
        const link = document.createElement('a');
        link.href = `#${encodeURIComponent(list.idOf(other))}`;
        link.textContent = list.nameOf(other);
        return link;
      });
      target.append(...links.flatMap((link, index) => index > 0 ? [', ', link] : [link]));
    }

    #fold(button) {
      if (!button) { return; }
      const at = Number(button.closest('tr').dataset.at);
      if (!this.#folded.delete(at)) { this.#folded.add(at); }
      const page = this.#page;
      this.#look();
      this.#turn(page);
      this.#body.querySelector(`tr[data-at="${at}"] button.fold`)?.focus();
    }

    #addPager(where, name) {
      const pager = document.createElement('nav');
      pager.className = 'pager';
      pager.setAttribute('aria-label', `Pages of ${this.#place.dataset.list}, ${name}`);
      const count = document.createElement('span');
      if (where === 'before') { count.setAttribute('role', 'status'); }
      const steps = [['First', -Infinity], ['Previous', -1], ['Next', 1], ['Last', Infinity]].map(([text, step]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = text;
        button.dataset.to = String(step);
        button.addEventListener('click', () => {
          if (button.getAttribute('aria-disabled') === 'true') { return; }
          const last = Math.ceil(this.#visible.length / rowsOfPage) - 1;
          this.#turn(Math.max(0, Math.min(last, this.#page + step)));
          if (where === 'after') { this.#place.scrollIntoView(); }
        });
        return button;
      });
      pager.append(steps[0], steps[1], count, steps[2], steps[3]);
      this.#place[where](pager);
      return pager;
    }
  }

  for (const place of document.querySelectorAll('[data-list]')) {
    const data = document.getElementById(`data-${place.dataset.list}`);
    lists.set(place.dataset.list, new LongList(place, JSON.parse(data.textContent)));
    data.remove();
  }
})();
