/** The states of the USA as addresses write them: name and code. */
const STATES = `
Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|
District of Columbia DC|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|
Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|
Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|
New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Puerto Rico PR|
Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|
Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY
`;

const OLDER_FORMS =
  'Ill\\.|Mass\\.|Calif\\.|Fla\\.|Mich\\.|Wash\\.|Tex\\.|Penn\\.|Conn\\.|Minn\\.|Wis\\.|Ariz\\.|Colo\\.';

const named = STATES.trim()
  .split('|')
  .map((state) => state.trim())
  .map((state) => ({ name: state.slice(0, -3), code: state.slice(-2) }));

/** Longest names first, so that "West Virginia" is not read as "Virginia". */
const names = named.map(({ name }) => name).sort((one, other) => other.length - one.length);
const codes = named.map(({ code }) => code);
const dotted = codes.flatMap((code) => {
  const [first = '', second = ''] = code;
  return [`${first}${second.toLowerCase()}\\.`, `${first}\\.\\s?${second}\\.?`];
});

/** Any way a state is written in an address ("CA", "Ca.", "Calif.", "California"), as the source of a pattern. */
export const US_STATE = `(?:${[...codes, ...names, ...dotted, OLDER_FORMS].join('|')})`;
