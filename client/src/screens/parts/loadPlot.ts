/** Loads the code that plots; the table of the losses does not wait for it. */
export const loadPlot = () => import('./plot');
