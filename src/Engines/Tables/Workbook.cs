using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Suiying.Engines.Tables;

/// <summary>
/// The first sheet of an .xlsx file, as text. A date becomes 2026-03-02 10:00:00; a formula makes its row unreadable, because what it
/// shows depends on who opens it. Never unpacks more than <see cref="MostCharacters"/> of any part, follows no entity and no link.
/// </summary>
internal static class Workbook
{
    private const long MostCharacters = 256L << 20;
    private const int MostColumns = 1000;

    /// <summary>Sheets shrink to a tenth or a twentieth; what says that it shrank more is no sheet.</summary>
    private const long MostShrunk = 100;

    private const long SmallEnough = 16L << 20;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool TryRead(
        byte[] bytes,
        [NotNullWhen(true)] out List<(int Number, IReadOnlyList<string> Cells, RowProblem? Fault)>? rows,
        out Wording problem
    )
    {
        (rows, problem) = (null, default);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var (sheet, from1904) = FirstSheet(zip);
            if (sheet is null)
                problem = Bad("没有找到工作表。");
            else
                rows = Rows(sheet, Strings(zip), DateStyles(zip), from1904);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            problem = Bad("内容损坏、过大或不是表格。");
        }
        return rows is not null;
    }

    private static Wording Bad(string what) => $"这个 Excel 文件读不了：{what}请另存为 .xlsx 或 CSV 后再试。";

    private static XmlReader? Part(ZipArchive zip, string path) => zip.GetEntry(path.TrimStart('/')) is { } entry ? Opened(entry) : null;

    /// <summary>The length may lie; then the reader's own limit holds.</summary>
    private static XmlReader Opened(ZipArchiveEntry entry) =>
        entry.Length > SmallEnough && entry.Length / MostShrunk > entry.CompressedLength
            ? throw new InvalidDataException("Packed too tightly for a sheet.")
            : XmlReader.Create(entry.Open(), Careful);

    private static (ZipArchiveEntry? Sheet, bool From1904) FirstSheet(ZipArchive zip)
    {
        var (id, from1904) = ((string?)null, false);
        using (var book = Part(zip, "xl/workbook.xml"))
        {
            while (book?.Read() == true)
            {
                if (book.IsStartElement("workbookPr", book.NamespaceURI))
                    from1904 = book.GetAttribute("date1904") is "1" or "true";
                else if (id is null && book.IsStartElement("sheet", book.NamespaceURI))
                    id = book.GetAttribute("id", Relations);
            }
        }
        var target = "worksheets/sheet1.xml";
        using (var links = Part(zip, "xl/_rels/workbook.xml.rels"))
        {
            while (links?.Read() == true)
            {
                if (links.LocalName == "Relationship" && links.GetAttribute("Id") == id && links.GetAttribute("Target") is { } found)
                    target = found;
            }
        }
        return (zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}"), from1904);
    }

    private static List<string> Strings(ZipArchive zip)
    {
        var strings = new List<string>();
        using var part = Part(zip, "xl/sharedStrings.xml");
        while (part?.Read() == true)
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "si")
                strings.Add(Text(part));
        }
        return strings;
    }

    /// <summary>All t below the current element, without the reading aids of Japanese (rPh).</summary>
    private static string Text(XmlReader part)
    {
        if (part.IsEmptyElement)
            return "";
        var (text, depth) = ("", part.Depth);
        part.Read();
        while (part.Depth > depth)
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "rPh")
                part.Skip();
            else if (part.NodeType == XmlNodeType.Element && part.LocalName == "t")
                text += part.ReadElementContentAsString();
            else
                part.Read();
        }
        return text;
    }

    /// <summary>Numbers of the cell formats that show a date or a time.</summary>
    private static HashSet<string> DateStyles(ZipArchive zip)
    {
        var (formats, styles, number, inCells) = (new HashSet<string>(), new HashSet<string>(), 0, false);
        foreach (var builtIn in Enumerable.Range(14, 9).Concat(Enumerable.Range(45, 3)))
            formats.Add($"{builtIn}");
        using var part = Part(zip, "xl/styles.xml");
        while (part?.Read() == true)
        {
            if (part.LocalName == "cellXfs")
                inCells = part.NodeType == XmlNodeType.Element;
            else if (part.NodeType == XmlNodeType.Element && part.LocalName == "numFmt" && IsDate(part.GetAttribute("formatCode") ?? ""))
                formats.Add(part.GetAttribute("numFmtId") ?? "");
            else if (inCells && part.NodeType == XmlNodeType.Element && part.LocalName == "xf")
            {
                if (formats.Contains(part.GetAttribute("numFmtId") ?? ""))
                    styles.Add($"{number}");
                number++;
            }
        }
        return styles;
    }

    private static bool IsDate(string format)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(format, "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.Any(c => c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H');
    }

    private static List<(int, IReadOnlyList<string>, RowProblem?)> Rows(
        ZipArchiveEntry sheet,
        List<string> strings,
        HashSet<string> dates,
        bool from1904
    )
    {
        var rows = new List<(int, IReadOnlyList<string>, RowProblem?)>();
        using var part = Opened(sheet);
        var (number, width) = (0, 0);
        while (part.Read())
        {
            if (part.NodeType != XmlNodeType.Element || part.LocalName != "row")
                continue;
            number = int.TryParse(part.GetAttribute("r"), CultureInfo.InvariantCulture, out var said) ? said : number + 1;
            var cells = new List<string>();
            RowProblem? fault = null;
            if (!part.IsEmptyElement)
                fault = Cells(part, number, cells, (type, style, value) => Shown(type, style, value, strings, dates, from1904));
            // A sheet leaves out empty cells at the end of a row.
            width = rows.Count == 0 ? cells.Count : width;
            while (cells.Count < width)
                cells.Add("");
            rows.Add((number, cells, fault));
        }
        return rows;
    }

    private static RowProblem? Cells(XmlReader part, int row, List<string> cells, Func<string?, string?, string, string> shown)
    {
        var depth = part.Depth;
        RowProblem? fault = null;
        while (part.Read() && part.Depth > depth)
        {
            if (part.NodeType != XmlNodeType.Element || part.LocalName != "c")
                continue;
            var (name, type, style) = (part.GetAttribute("r"), part.GetAttribute("t"), part.GetAttribute("s"));
            var column = ColumnOf(name) ?? cells.Count;
            if (column >= MostColumns || column < cells.Count)
                throw new FormatException("A cell stands where none can be.");
            var (value, formula) = Value(part);
            if (formula || type == "e")
                fault ??= new RowProblem(row, name ?? "-", "这个单元格是公式或公式的错误。", "数值或文字（复制后选择“只粘贴值”）");
            while (cells.Count < column)
                cells.Add("");
            cells.Add(shown(type, style, value));
        }
        return fault;
    }

    private static (string Value, bool Formula) Value(XmlReader part)
    {
        if (part.IsEmptyElement)
            return ("", false);
        var (value, formula, depth) = ("", false, part.Depth);
        part.Read();
        while (part.Depth > depth)
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "f")
            {
                formula = true;
                part.Skip();
            }
            else if (part.NodeType == XmlNodeType.Element && part.LocalName == "v")
                value = part.ReadElementContentAsString();
            else if (part.NodeType == XmlNodeType.Element && part.LocalName == "is")
                value = Text(part);
            else
                part.Read();
        }
        return (value, formula);
    }

    private static string Shown(string? type, string? style, string value, List<string> strings, HashSet<string> dates, bool from1904)
    {
        if (type == "s")
            return int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < strings.Count ? strings[at] : "";
        if (type is not (null or "n") || !double.TryParse(value, CultureInfo.InvariantCulture, out var number))
            return value;
        if (style is not null && dates.Contains(style) && number is > -657_000 and < 2_900_000)
            return DateTime
                .FromOADate(Math.Round((number + (from1904 ? 1462 : 0)) * 86_400) / 86_400)
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>0 for A1, 27 for AB7.</summary>
    private static int? ColumnOf(string? name)
    {
        if (name is null)
            return null;
        var column = 0;
        foreach (var letter in name.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = column * 26 + (letter - 'A' + 1);
        return column - 1;
    }
}
