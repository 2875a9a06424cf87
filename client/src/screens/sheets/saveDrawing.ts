import { token } from '../../styles/token';
import { withFaces } from './faces';

/** Pixels for one CSS px: sharp on paper and on a large screen. */
const SCALE = 3;

export type DrawingFormat = 'svg' | 'png';

function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}

/** Paints a drawing on white. @throws the browser has no canvas of that size, or cannot read the drawing */
async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = token('white');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** Saves a drawing as a file. @returns whether the browser could */
export async function saveDrawing(svg: string, name: string, format: DrawingFormat): Promise<boolean> {
  try {
    const whole = await withFaces(svg);
    save(
      `${name}.${format}`,
      format === 'png' ? await png(whole) : new Blob([whole], { type: 'image/svg+xml' }),
    );
    return true;
  } catch {
    return false;
  }
}
