'use strict';
// Without this the page looks again by itself. With it: the lines that were read, and the result as soon as it is there.
(async () => {
  const box = document.querySelector('[data-check]');
  const lines = box.querySelector('[data-lines]');
  for (;;) {
    try {
      const answer = await (await fetch(`/api/v1/checks/${box.dataset.check}?wait=2`)).json();
      if (answer.state !== 'queued' && answer.state !== 'running') { location.reload(); return; }
      lines.textContent = answer.state === 'queued' ? 'It waits for its turn.' : `${answer.linesRead.toLocaleString('en')} lines read.`;
    } catch {
      lines.textContent = 'The server does not answer. Trying again.';
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
})();
