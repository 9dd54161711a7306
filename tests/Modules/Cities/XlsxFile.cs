using System.IO.Compression;
using System.Security;
using System.Text;

namespace Suiying.Tests.Cities;

/// <summary>Small .xlsx files, good and bad.</summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Each cell as XML; <see cref="Text"/> and its like make them.</summary>
    public static byte[] Of(params string[][] rows)
    {
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var r = 0; r < rows.Length; r++)
            sheet
                .Append(null, $"<row r=\"{r + 1}\">")
                .AppendJoin("", rows[r].Select((cell, c) => cell.Replace("@", $"{(char)('A' + c)}{r + 1}", StringComparison.Ordinal)))
                .Append("</row>");
        sheet.Append("</sheetData></worksheet>");
        return Zip(
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", sheet.ToString())
        );
    }

    public static string Text(string text) => $"<c r=\"@\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(string number) => $"<c r=\"@\"><v>{number}</v></c>";

    public static string Date(DateTime at) =>
        $"<c r=\"@\" s=\"1\"><v>{at.ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture)}</v></c>";

    public static string Formula(string formula, string shown) => $"<c r=\"@\"><f>{formula}</f><v>{shown}</v></c>";

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return memory.ToArray();
    }

    /// <summary>Some hundred kilobytes that would unpack to 300 MB.</summary>
    public static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>"));
            var blanks = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 300; i++)
                entry.Write(blanks);
        }
        return memory.ToArray();
    }
}
