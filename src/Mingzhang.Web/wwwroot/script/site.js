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

// Half-typed pinyin is no question: nothing is asked for while an input method composes.
let composes = false;
document.addEventListener('compositionstart', () => { composes = true; });
document.addEventListener('compositionend', () => { composes = false; });
document.addEventListener('htmx:config:request', event => { if (composes) event.preventDefault(); });

// What was left blank does not lengthen the address of the answer.
document.addEventListener('formdata', event => {
  if (event.target.method !== 'get') return;
  for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
});
