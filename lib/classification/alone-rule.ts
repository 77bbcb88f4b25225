/** How the rule of a span of years ends where nothing near says since when: "after 33 years", in a text on the killings. */
export const ALONE = '-alone';
