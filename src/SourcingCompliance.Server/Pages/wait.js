'use strict';
// Without this the page looks again by itself. With it: the lines that were read, and the result as soon as it is there.
(async () => {
  const box = document.querySelector('[data-check]');
  const lines = box.querySelector('[data-lines]');
  for (;;) {
    try {
      const answer = await (await fetch(`/api/v1/checks/${box.dataset.check}?wait=2`)).json();
      if (answer.state !== 'queued' && answer.state !== 'running') { location.reload(); return; }
      const isRead = answer.files.every(file => file.state === 'done');
      lines.textContent = answer.state === 'queued' ? 'It waits for its turn.'
        : isRead ? 'Every file is checked; the reports are being written.'
        : `${answer.linesRead.toLocaleString('en')} lines read.`;
      for (const file of answer.files) {
        const place = document.querySelector(`[data-file="${file.position}"]`);
        const count = (file.linesRead ?? 0).toLocaleString('en');
        place.textContent = file.state === 'done' ? `${count} lines, checked` : file.state === 'running' ? `${count} lines read` : 'waits';
      }
    } catch {
      lines.textContent = 'The server does not answer. Trying again.';
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
})();
