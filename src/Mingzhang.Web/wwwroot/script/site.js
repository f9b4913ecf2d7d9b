// What every page does where scripts run.

// "/" puts the cursor into the search field, as readers of other portals expect.
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const field = document.getElementById('find');
  if (!field) return;
  event.preventDefault();
  field.focus();
});
