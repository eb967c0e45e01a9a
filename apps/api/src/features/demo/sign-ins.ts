/** Sign-ins of the demonstration organisation, shown on the sign-in page of a demonstration database only. */
export const demoPassword = 'demonstration only';
export const demoSignIns = [
  { name: 'Vera Lindqvist', email: 'vera@demo.example', password: demoPassword, role: 'admin' },
  { name: 'Max Okafor', email: 'max@demo.example', password: demoPassword, role: 'manager' },
  { name: 'Ann Castillo', email: 'ann@demo.example', password: demoPassword, role: 'rep' },
];
