using System.Globalization;
using SourcingCompliance.Formats.Pdf.Images;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>The pictures of one file, each written once (ISO 32000-1, 8.9.5).</summary>
internal sealed class ImageObjects(PdfObjects objects)
{
    private readonly List<(PixelImage Image, int Id)> _images = [];

    /// <summary>The entry of the resources, for every page; empty when there are no pictures.</summary>
    public string Resources => _images.Count == 0
        ? ""
        : $" /XObject << {string.Join(' ', _images.Select((entry, at) => string.Create(CultureInfo.InvariantCulture, $"/I{at + 1} {entry.Id} 0 R")))} >>";

    /// <summary>Name under which pages know a picture.</summary>
    public string GetName(PixelImage image)
    {
        int at = _images.FindIndex(entry => ReferenceEquals(entry.Image, image));
        if (at < 0)
        {
            string entries = string.Create(
                CultureInfo.InvariantCulture,
                $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /BitsPerComponent 8 /ColorSpace "
                    + $"{(image.Components == 1 ? "/DeviceGray" : "/DeviceRGB")}");
            int id = image.IsJpeg
                ? objects.AddStream(entries + " /Filter /DCTDecode", image.Content, isCompressed: false)
                : objects.AddStream(entries, image.Content);
            _images.Add((image, id));
            at = _images.Count - 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"I{at + 1}");
    }
}
