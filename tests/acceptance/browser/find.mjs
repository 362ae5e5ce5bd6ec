// Prints the path of the Chromium that comes inside the package, which unpacks itself into the folder for temporary files.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
