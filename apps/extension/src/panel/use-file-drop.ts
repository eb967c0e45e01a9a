import { onScopeDispose, type Ref, ref } from 'vue';

/** Takes files that are dropped on the panel, the first of them. Answers whether one is being held over it. */
export function useFileDrop(take: (file: File) => void): Readonly<Ref<boolean>> {
  const isOver = ref(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    // Without this the browser opens the file in place of the panel.
    event.preventDefault();
    isOver.value = true;
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) isOver.value = false;
  };
  const drop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    isOver.value = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) take(file);
  };
  const listeners = { dragover: over, dragleave: leave, drop } as const;
  for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
  onScopeDispose(() => {
    for (const [name, listener] of Object.entries(listeners))
      window.removeEventListener(name, listener as EventListener);
  });
  return isOver;
}
