// Opens the page again as soon as the database is back. Without scripts the page asks for itself every few seconds.
const pause = 2000;

async function look() {
  try {
    const answer = await fetch('/health/ready', { cache: 'no-store' });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // The web itself is away: it may come back, too.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
