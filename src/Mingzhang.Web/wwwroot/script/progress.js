// How far a check is, as the server says it; then the page of its result. Without this script the page asks again by itself.
const working = document.querySelector('.working');
if (working) {
  const status = working.querySelector('[role=status]'), bar = working.querySelector('progress');
  const events = new EventSource(working.dataset.events);
  events.addEventListener('work', event => {
    const work = JSON.parse(event.data);
    if (work.said) status.textContent = work.said;
    if (work.total > 0) {
      bar.max = work.total;
      bar.value = work.done;
    }
    if (work.state === 'done' || work.state === 'failed') {
      events.close();
      location.reload();
    }
  });
  // The answer was no: the check has gone, or nothing can be read now. The page says which.
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 2000);
  });
}
