'use strict';
// Everything can be read without this: it filters, sorts and folds what stands in the page. No storage, no network.
(() => {
  const rowsOf = part => [...part.querySelectorAll('tbody > tr:not(.because)')];
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

  for (const panel of document.querySelectorAll('[data-filters]')) {
    const name = panel.dataset.filters;
    const rows = rowsOf(document.getElementById(name)).filter(row => row.closest('table').matches('.findings, .lines, .filtered'));
    const search = panel.querySelector('[data-search]');
    const checks = [...panel.querySelectorAll('[data-verdict]')];
    const choices = [...panel.querySelectorAll('[data-choice]')];
    const shown = panel.querySelector('[data-shown]');
    const apply = () => {
      const wanted = search.value.toLowerCase().split(/\s+/).filter(word => word !== '');
      const verdicts = new Set(checks.filter(check => check.checked).map(check => check.dataset.verdict));
      let count = 0;
      for (const row of rows) {
        const fits = wanted.every(word => textOf(row).includes(word))
          && (checks.length === 0 || verdicts.has(row.dataset.verdict))
          && choices.every(choice => choice.value === '*'
            || (choice.dataset.choice === 'regime' ? row.dataset.regime.split(' ').includes(choice.value) : row.dataset[choice.dataset.choice] === choice.value));
        row.dataset.out = fits ? '0' : '1';
        count += fits ? 1 : 0;
        show(row);
      }
      shown.textContent = count === rows.length ? `all ${count} shown` : `${count} of ${rows.length} shown`;
    };
    panel.addEventListener('input', apply);
    panel.addEventListener('change', apply);
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
      const keyOf = row => row.cells[head.cellIndex].dataset.key ?? row.cells[head.cellIndex].textContent;
      const sorted = rowsOf(table).map(row => [keyOf(row), row]).sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]));
      table.tBodies[0].append(...sorted.map(pair => pair[1]));
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
      for (const sheet of sheets) {
        for (const button of sheet.querySelectorAll('button.fold')) { button.setAttribute('aria-expanded', String(all.dataset.fold === 'open')); }
        refold(sheet);
      }
    });
  }

  // A link to a finding or an action opens it, also when a filter hides it.
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target?.tagName === 'TR') {
      target.hidden = false;
      target.querySelector('details')?.setAttribute('open', '');
    }
  };
  addEventListener('hashchange', reveal);
  reveal();
  addEventListener('beforeprint', () => { for (const details of document.querySelectorAll('.findings details, .plan details')) { details.open = true; } });
})();
