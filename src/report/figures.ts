// The same words on every surface.
export {
  areaText,
  cellText,
  countsText,
  figureText,
  interval,
  isPeople,
  isShare,
  NOTHING,
  NOTHING_THERE,
  namesText,
  reportFigure,
} from '../domain/figure-words.ts';
