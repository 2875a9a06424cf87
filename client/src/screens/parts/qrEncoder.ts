export { renderSVG } from 'uqr';
