using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Suiying.Design.Documents;

/// <summary>
/// Says in a PDF which characters its glyphs are. Fonts draw 日 and the radical ⽇ with one glyph, and Skia names the lower code point, the radical: whoever
/// searches for 日报 finds nothing. The tables that name characters (ToUnicode, ISO 32000-1 9.10.3) are written anew at the end of the file, as an
/// incremental update (7.5.6).
/// </summary>
internal static partial class PdfRadicals
{
    public static byte[] Mend(byte[] pdf, DocumentFonts fonts)
    {
        // One byte a character: offsets in the text are offsets in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var (more, entries) = (new StringBuilder(), new StringBuilder());
        foreach (Match found in Packed().Matches(text))
        {
            var length = int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture);
            var map = Unpack(pdf, found.Index + found.Length, length);
            var mended = map.Contains("begincmap", StringComparison.Ordinal) ? MendMap(map, fonts) : map;
            if (mended == map)
                continue;
            var at = pdf.Length + more.Length;
            more.Append(
                CultureInfo.InvariantCulture,
                $"{found.Groups[1].Value} 0 obj\n<</Length {mended.Length}>> stream\n{mended}\nendstream\nendobj\n"
            );
            entries.Append(CultureInfo.InvariantCulture, $"{found.Groups[1].Value} 1\n{at:0000000000} 00000 n \n");
        }
        if (more.Length == 0)
            return pdf;
        var (trailer, start) = (Trailer().Matches(text)[^1], Start().Matches(text)[^1]);
        var table = pdf.Length + more.Length;
        more.Append(
            CultureInfo.InvariantCulture,
            $"xref\n{entries}trailer\n<<{trailer.Groups[1].Value}\n/Prev {start.Groups[1].Value}>>\nstartxref\n{table}\n%%EOF\n"
        );
        return [.. pdf, .. Encoding.Latin1.GetBytes(more.ToString())];
    }

    private static string Unpack(byte[] pdf, int from, int length)
    {
        using var plain = new ZLibStream(new MemoryStream(pdf, from, length), CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string MendMap(string map, DocumentFonts fonts) =>
        Range()
            .Replace(
                Single().Replace(map, one => $"{one.Groups[1].Value} <{Named(one.Groups[2].Value, 0, fonts)}>"),
                range => MendRange(range, fonts)
            );

    /// <summary>Glyphs in a row whose radicals are in a row: their characters are not, so each is named.</summary>
    private static string MendRange(Match range, DocumentFonts fonts)
    {
        var (first, last) = (Hex(range.Groups[1].Value), Hex(range.Groups[2].Value));
        var names = Enumerable.Range(0, last - first + 1).Select(i => $"<{Named(range.Groups[3].Value, i, fonts)}>");
        return $"<{range.Groups[1].Value}> <{range.Groups[2].Value}> [{string.Join(' ', names)}]";
    }

    private static string Named(string code, int more, DocumentFonts fonts)
    {
        var said = Hex(code) + more;
        return fonts.Ideographs.GetValueOrDefault(said, said).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) 0 obj\n<</Filter /FlateDecode\n/Length (\d+)>> stream\n")]
    private static partial Regex Packed();

    [GeneratedRegex(@"(?m)^(<[0-9A-F]+>) <(2[EF][0-9A-F]{2})>$")]
    private static partial Regex Single();

    [GeneratedRegex(@"(?m)^<([0-9A-F]+)> <([0-9A-F]+)> <(2[EF][0-9A-F]{2})>$")]
    private static partial Regex Range();

    [GeneratedRegex(@"trailer\n<<(.*?)>>\nstartxref", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex Start();
}
