// Files dropped on the form, and how far their upload is. Without this script the form works as any other.
document.documentElement.classList.add('scripted');

for (const form of document.querySelectorAll('form.upload')) {
  const drop = form.querySelector('.drop'), input = form.querySelector('input[type=file]'), chosen = form.querySelector('.chosen');
  const bar = form.querySelector('.sending'), failed = form.querySelector('.failed'), button = form.querySelector('button');

  const show = () => {
    chosen.replaceChildren(...[...input.files].map(file => {
      const item = document.createElement('li');
      item.textContent = `${file.name} · ${file.size < 1048576 ? Math.ceil(file.size / 1024) + ' KB' : (file.size / 1048576).toFixed(1) + ' MB'}`;
      return item;
    }));
  };
  input.addEventListener('change', show);

  for (const kind of ['dragenter', 'dragover']) drop.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', event => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove('over');
  });
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    show();
    // One file needs no choice: what was dropped is what is meant.
    if (input.files.length === 1) form.requestSubmit();
  });

  form.addEventListener('submit', event => {
    event.preventDefault();
    failed.textContent = '';
    button.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    const request = new XMLHttpRequest();
    const over = text => {
      button.disabled = false;
      bar.hidden = true;
      failed.textContent = text;
    };
    request.open('POST', form.action);
    request.responseType = 'document';
    request.setRequestHeader('Accept', 'text/html');
    request.upload.addEventListener('progress', progress => {
      if (progress.lengthComputable) bar.value = 100 * progress.loaded / progress.total;
    });
    request.addEventListener('load', () => {
      const answer = request.response;
      const notices = answer ? [...answer.querySelectorAll('.notice.error, .failure h1, .failure .said')].map(notice => notice.textContent) : [];
      if (request.status < 400) location.assign(request.responseURL);
      else over(notices.join(' · ') || form.dataset.failed);
    });
    request.addEventListener('error', () => over(form.dataset.failed));
    request.send(new FormData(form));
  });
}

// A file dropped beside the form does not take its page's place.
for (const kind of ['dragover', 'drop']) window.addEventListener(kind, event => event.preventDefault());
