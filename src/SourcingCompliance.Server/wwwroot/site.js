'use strict';
// Everything works without this. With it: dropping files, progress and errors next to the fields, filters without a new page, rows that follow as one scrolls.
(() => {
  const form = document.querySelector('form[data-upload]');
  if (form) {
    const drop = form.querySelector('[data-drop]');
    const input = drop.querySelector('input[type=file]');
    const list = drop.querySelector('ol.files');
    const status = form.querySelector('[data-status]');
    const bar = status.querySelector('progress');
    const problem = form.querySelector('[data-problem]');
    const button = form.querySelector('button.primary');
    const show = () => list.replaceChildren(...[...input.files].map(file => {
      const item = document.createElement('li');
      item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en')} KiB)`;
      return item;
    }));
    input.addEventListener('change', show);
    for (const kind of ['dragenter', 'dragover']) {
      drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add('over'); });
    }
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', event => {
      event.preventDefault();
      drop.classList.remove('over');
      if (event.dataTransfer.files.length > 0) { input.files = event.dataTransfer.files; show(); }
    });
    const mark = (name, text) => {
      const place = form.querySelector(`[data-error="${name}"]`);
      if (!place) { return null; }
      place.textContent = text ?? '';
      place.hidden = !text;
      place.closest('.field, .drop').classList.toggle('wrong', Boolean(text));
      const field = form.elements[name];
      if (field instanceof Element) { text ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid'); }
      if (text) { place.closest('details')?.setAttribute('open', ''); }
      return field instanceof Element ? field : place;
    };
    const fail = (text, errors) => {
      problem.textContent = text;
      problem.hidden = false;
      status.hidden = true;
      button.disabled = false;
      Object.entries(errors ?? {}).map(([name, error]) => mark(name, error)).find(field => field)?.focus();
    };
    form.addEventListener('submit', event => {
      event.preventDefault();
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', moved => { if (moved.lengthComputable) { bar.value = moved.loaded / moved.total; } });
      request.addEventListener('load', () => {
        let answer = {};
        try { answer = JSON.parse(request.responseText); } catch { /* Not ours: reported below. */ }
        if (request.status === 200 && answer.location) { location.assign(answer.location); }
        else if (answer.errors && Object.keys(answer.errors).every(name => form.querySelector(`[data-error="${name}"]`))) { fail('Nothing was checked yet. Correct the marked fields, then check again.', answer.errors); }
        else { fail(answer.detail ?? `The server answered ${request.status}. Try again.`); }
      });
      request.addEventListener('error', () => fail('The server does not answer. Is it still running?'));
      for (const place of form.querySelectorAll('[data-error]')) { mark(place.dataset.error, null); }
      problem.hidden = true;
      status.hidden = false;
      button.disabled = true;
      request.send(new FormData(form));
    });
  }

  const box = document.querySelector('[data-check]');
  if (box) {
    const lines = box.querySelector('[data-lines]');
    (async () => {
      for (;;) {
        try {
          const answer = await (await fetch(`/api/v1/checks/${box.dataset.check}?wait=2`)).json();
          if (answer.state !== 'queued' && answer.state !== 'running') { location.reload(); return; }
          lines.textContent = answer.state === 'queued' ? 'Waiting for its turn.'
            : answer.files.every(file => file.state === 'done') ? 'Every file is checked; writing the reports.'
            : `${answer.linesRead.toLocaleString('en')} line items read.`;
          for (const file of answer.files) {
            const count = (file.linesRead ?? 0).toLocaleString('en');
            document.querySelector(`[data-file="${file.position}"]`).textContent = file.state === 'done' ? `${count} line items, checked` : file.state === 'running' ? `${count} line items read` : 'waiting';
          }
        } catch {
          lines.textContent = 'The server does not answer. Trying again.';
          await new Promise(resolve => setTimeout(resolve, 2000));
        }
      }
    })();
  }

  const region = () => document.querySelector('[data-region]');
  const get = async address => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  let latest = 0;
  const load = async (address, focus) => {
    const mine = ++latest;
    region().setAttribute('aria-busy', 'true');
    const fresh = await get(address).then(page => page.querySelector('[data-region]'), () => null);
    if (mine !== latest) { return; }
    // No result in the answer: the page of the server says why.
    if (!fresh) { location.assign(address); return; }
    const old = document.activeElement;
    const at = old?.name === focus && old.selectionStart;
    region().replaceWith(document.adoptNode(fresh));
    history.replaceState(null, '', address);
    if (focus) {
      const field = region().querySelector(`[name="${focus}"]`);
      field?.focus();
      if (typeof at === 'number') { field.setSelectionRange(at, at); }
    }
    watch();
  };
  const addressOf = filter => {
    const query = new URLSearchParams([...new FormData(filter)].filter(([, value]) => value));
    return `${filter.action}?${query}`;
  };
  let typing = 0;
  document.addEventListener('input', event => {
    const filter = event.target.closest('form[data-filter]');
    if (filter) {
      clearTimeout(typing);
      typing = setTimeout(() => load(addressOf(filter), event.target.name), event.target.type === 'search' ? 200 : 0);
    }
  });
  document.addEventListener('submit', event => {
    if (event.target.matches('form[data-filter]')) { event.preventDefault(); load(addressOf(event.target), null); }
  });
  document.addEventListener('click', event => {
    const chip = event.target.closest('[data-region] a.chip, [data-region] thead a');
    if (chip && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); load(chip.href, null); }
    for (const menu of document.querySelectorAll('details.menu[open]')) { if (!menu.contains(event.target)) { menu.open = false; } }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') { for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); } }
  });
  const more = async link => {
    const page = (await get(link.href)).querySelector('[data-region]');
    const rows = region().querySelector('[data-rows]');
    rows.append(...[...page.querySelectorAll('[data-rows] > tr')].map(row => document.adoptNode(row)));
    const next = page.querySelector('a[data-more]');
    next ? link.closest('.more').replaceWith(document.adoptNode(next.closest('.more'))) : link.closest('.more').remove();
    watch();
  };
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) { if (entry.isIntersecting) { seen.unobserve(entry.target); more(entry.target); } }
  }, { rootMargin: '600px' });
  const watch = () => { const link = document.querySelector('[data-region] a[data-more]'); if (link) { seen.observe(link); } };
  watch();
})();
