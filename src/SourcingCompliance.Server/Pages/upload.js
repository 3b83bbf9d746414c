'use strict';
// The form works without this. With it: dropping, a list of what was chosen, progress, and a refusal beside the form.
(() => {
  const form = document.querySelector('form[data-upload]');
  const drop = form.querySelector('.drop');
  const input = form.querySelector('input[name=files]');
  const list = form.querySelector('ol.files');
  const status = form.querySelector('.status');
  const bar = form.querySelector('progress');
  const problem = form.querySelector('.problem');
  const button = form.querySelector('.primary');

  const show = () => {
    list.replaceChildren(...[...input.files].map(file => {
      const item = document.createElement('li');
      item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en')} KiB)`;
      return item;
    }));
  };
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

  form.addEventListener('submit', event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const fail = text => {
      problem.textContent = text;
      problem.hidden = false;
      status.hidden = true;
      button.disabled = false;
    };
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', moved => { if (moved.lengthComputable) { bar.value = moved.loaded / moved.total; } });
    request.addEventListener('load', () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* Not ours: told below. */ }
      if (request.status === 200 && answer.location) { location.assign(answer.location); } else { fail(answer.detail ?? `The server answered ${request.status}. Try again.`); }
    });
    request.addEventListener('error', () => fail('The server does not answer. Is it still running?'));
    problem.hidden = true;
    status.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  });
})();
