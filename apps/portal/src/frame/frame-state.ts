import { ref } from 'vue';

/** What of the frame stands open. One window, one frame. */
const isPaletteOpen = ref(false);
const isKeyboardMapOpen = ref(false);
const isQuickAddOpen = ref(false);
const isMenuOpen = ref(false);

/** The frame's panels: the command palette, the keyboard map, the quick-add list, and on a phone the rooms. */
export const useFrameState = () => ({ isPaletteOpen, isKeyboardMapOpen, isQuickAddOpen, isMenuOpen });
