import { onScopeDispose } from 'vue';
import { entersSave, takesBack } from './list-keys.ts';

export type PanelDeeds = {
  save: () => void;
  /** True while what was just saved can be taken back. */
  canTakeBack: () => boolean;
  takeBack: () => void;
  /** The queue is shown: there Enter saves nothing. */
  isElsewhere: () => boolean;
};

/** Enter saves, Ctrl+Z takes back, wherever in the panel one is. */
export function usePanelKeys({ save, canTakeBack, takeBack, isElsewhere }: PanelDeeds): void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isTick = target.matches('input[type=checkbox], input[type=radio]');
    const [tag, role] = [isTick ? 'tick' : target.tagName.toLowerCase(), target.getAttribute('role')];
    if (event.defaultPrevented) return;
    if (takesBack({ key, tag, isCommand: (ctrlKey || metaKey) && !altKey && !shiftKey }) && canTakeBack()) {
      event.preventDefault();
      takeBack();
      return;
    }
    if (key !== 'Enter' || isElsewhere()) return;
    const hasModifier = ctrlKey || metaKey || altKey || shiftKey;
    if (!entersSave({ tag, role, isComposing, hasModifier })) return;
    event.preventDefault();
    // Leaving the field first makes what was just typed part of what is saved.
    if (tag === 'input') target.blur();
    save();
  };
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
