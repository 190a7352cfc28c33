/* Checking a case: what is selected in the text stands in the field for hiding it. Typing it works as well. */

const field = document.getElementById('passage');

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  if (!field || document.activeElement === field || selection.isCollapsed) return;
  const inside = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('[data-passages]');
  const text = inside(selection.anchorNode);
  if (text && text === inside(selection.focusNode)) field.value = selection.toString().trim();
});
