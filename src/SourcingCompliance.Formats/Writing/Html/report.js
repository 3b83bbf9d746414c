'use strict';
// Everything can be read without this: it filters, sorts and folds what stands in the page, and lists.js shows the long lists, which stand in it
// as data. No storage, no network.
(() => {
  const rowsOf = part => [...part.querySelectorAll('tbody > tr:not(.because, .period)')];
  const sheets = [...document.querySelectorAll('[data-sheet]')];
  // The reasons of a line stand in the row below it and come and go with it.
  const reasonsOf = row => row.nextElementSibling?.classList.contains('because') ? row.nextElementSibling : null;
  const words = new WeakMap();
  const textOf = row => {
    if (!words.has(row)) { words.set(row, (row.textContent + (reasonsOf(row)?.textContent ?? '')).toLowerCase()); }
    return words.get(row);
  };

  // A row shows when the filters let it through and no assembly above it is folded.
  const folded = new Set();
  const show = row => {
    row.hidden = row.dataset.out === '1' || folded.has(row);
    const reasons = reasonsOf(row);
    if (reasons) { reasons.hidden = row.hidden; }
  };

  // A list whose rows stand in the page; lists.js has one of the same shape for those that stand in it as data.
  const listOf = section => {
    const rows = rowsOf(section).filter(row => row.closest('table').matches('.findings, .lines, .filtered'));
    return {
      size: rows.length,
      has: (at, word) => textOf(rows[at]).includes(word),
      facet: (at, name) => rows[at].dataset[name],
      show: fits => rows.forEach((row, at) => { row.dataset.out = fits[at] ? '0' : '1'; show(row); }),
    };
  };

  const number = new Intl.NumberFormat('en');
  const longLists = globalThis.sourcingLists ?? new Map();
  for (const panel of document.querySelectorAll('[data-filters]')) {
    const name = panel.dataset.filters;
    const list = longLists.get(name) ?? listOf(document.getElementById(name));
    const search = panel.querySelector('[data-search]');
    const checks = [...panel.querySelectorAll('[data-verdict]')];
    const choices = [...panel.querySelectorAll('[data-choice]')];
    const shown = panel.querySelector('[data-shown]');
    const apply = () => {
      const wanted = search.value.toLowerCase().split(/\s+/).filter(word => word !== '');
      const verdicts = new Set(checks.filter(check => check.checked).map(check => check.dataset.verdict));
      const chosen = choices.filter(choice => choice.value !== '*').map(choice => [choice.dataset.choice, choice.value]);
      const fits = [];
      for (let at = 0; at < list.size; at++) {
        fits.push((checks.length === 0 || verdicts.has(list.facet(at, 'verdict')))
          && chosen.every(([facet, value]) => facet === 'regime' ? list.facet(at, facet).split(' ').includes(value) : list.facet(at, facet) === value)
          && wanted.every(word => list.has(at, word)));
      }

      list.show(fits);
      const count = fits.filter(Boolean).length;
      shown.textContent = count === list.size ? `all ${number.format(count)} shown` : `${number.format(count)} of ${number.format(list.size)} shown`;
    };
    panel.addEventListener('input', apply);
    panel.addEventListener('change', apply);
    list.clearFilters = () => {
      search.value = '';
      for (const check of checks) { check.checked = true; }
      for (const choice of choices) { choice.value = '*'; }
      apply();
    };
    panel.hidden = false;
    apply();
  }

  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  for (const head of document.querySelectorAll('th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of head.parentElement.cells) { other.removeAttribute('aria-sort'); }
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const table = head.closest('table');
      const longList = longLists.get(table.closest('[data-list]')?.dataset.list);
      const order = keys => keys.sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0])).map(pair => pair[1]);
      if (longList) {
        longList.sort(order(longList.keysOf(head.cellIndex)));
        return;
      }

      const keyOf = row => row.cells[head.cellIndex].dataset.key ?? row.cells[head.cellIndex].textContent;
      // In another order the periods are mixed, and each row names its own.
      for (const period of table.querySelectorAll('tr.period')) { period.hidden = true; }
      table.tBodies[0].append(...order(rowsOf(table).map(row => [keyOf(row), row])));
    });
  }

  // The tables of a sheet are one list: an assembly may begin in one and go on in the next.
  const refold = sheet => {
    let closedAt = Infinity;
    for (const row of rowsOf(sheet)) {
      const level = Number(row.dataset.level);
      if (level <= closedAt) { closedAt = Infinity; }
      if (closedAt < Infinity) { folded.add(row); } else { folded.delete(row); }
      if (closedAt === Infinity && row.querySelector('button.fold')?.getAttribute('aria-expanded') === 'false') { closedAt = level; }
      show(row);
    }
  };
  for (const sheet of sheets) {
    for (const button of sheet.querySelectorAll('button.fold')) { button.hidden = false; }
    sheet.addEventListener('click', event => {
      const button = event.target.closest('button.fold');
      if (!button) { return; }
      button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') === 'false'));
      refold(sheet);
    });
  }
  for (const all of document.querySelectorAll('[data-fold]')) {
    all.addEventListener('click', () => {
      longLists.get('lines')?.foldAll(all.dataset.fold !== 'open');
      for (const sheet of sheets) {
        for (const button of sheet.querySelectorAll('button.fold')) { button.setAttribute('aria-expanded', String(all.dataset.fold === 'open')); }
        refold(sheet);
      }
    });
  }

  // A link to a finding or an action opens it, also when a filter hides it or it stands on another page of its list.
  const reveal = () => {
    const id = location.hash.length > 1 ? decodeURIComponent(location.hash.slice(1)) : '';
    const list = longLists.get(id.startsWith('f-') ? 'findings' : id.startsWith('a-') ? 'plan' : '');
    list?.turnTo(id);
    const target = id === '' ? null : document.getElementById(id);
    if (target?.tagName === 'TR') {
      target.hidden = false;
      for (let outer = target.closest('details'); outer; outer = outer.parentElement.closest('details')) { outer.open = true; }
      target.querySelector('details')?.setAttribute('open', '');
      if (list) { target.scrollIntoView(); }
    }
  };
  addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    // Nothing changes in the address when the same link is followed again.
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) { reveal(); }
  });
  reveal();
  addEventListener('beforeprint', () => { for (const list of longLists.values()) { list.print(true); } });
  addEventListener('afterprint', () => { for (const list of longLists.values()) { list.print(false); } });
})();
