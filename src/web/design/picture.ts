/** Twice the size on the screen, so that it stays sharp in a document. */
const SCALE = 2;
/** Around the drawing, and for the title above it, in pixels. */
const EDGE = 24;
const HEAD = 32;
/** What decides how a drawing looks; everything else of a style is layout that a picture does not need. */
const DRAWN = [
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-feature-settings',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
  'display',
  'visibility',
  'paint-order',
] as const;

/** Whether there is a drawing in it that {@link pngOf} can take. */
export const hasPicture = (element: Element): boolean => drawingOf(element) !== null;

/** The drawing of a figure as a PNG on the paper's colour, under its title. Null where there is none. */
export async function pngOf(element: Element, title: string): Promise<Blob | null> {
  const drawing = drawingOf(element);
  if (drawing === null) return null;
  const { width, height } = drawing.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((width + 2 * EDGE) * SCALE);
  canvas.height = Math.ceil((height + HEAD + 2 * EDGE) * SCALE);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(SCALE, SCALE);
  const page = getComputedStyle(document.body);
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = page.color;
  context.font = `600 16px ${page.fontFamily}`;
  context.fillText(title, EDGE, EDGE + 14, width);
  const source = drawing instanceof HTMLCanvasElement ? drawing : await imageOf(drawing, width, height);
  context.drawImage(source, EDGE, EDGE + HEAD, width, height);
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The largest drawing: a figure has small marks beside it that nobody wants as a picture. */
function drawingOf(element: Element): SVGSVGElement | HTMLCanvasElement | null {
  const all = [...element.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('canvas, svg[data-picture]')];
  const area = (one: Element) => one.getBoundingClientRect().width * one.getBoundingClientRect().height;
  return all.sort((a, b) => area(b) - area(a))[0] ?? null;
}

/** A drawing outside its page has no stylesheet: each element carries what it looked like. */
async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    copies[i]?.setAttribute('style', DRAWN.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
    copies[i]?.removeAttribute('class');
  });
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  return image;
}
