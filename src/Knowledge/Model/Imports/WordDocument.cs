using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;

namespace Suiying.Knowledge.Model;

/// <summary>
/// Reads knowledge from a Word document: a heading, 一、 or 问： begins an item, further 问： before its answer are variants, lines such as 依据： fill
/// fields, and all else is the answer. Whoever made the file is not trusted: no part is unpacked without end, no link is followed.
/// </summary>
internal static partial class WordDocument
{
    private const long MostCharacters = 20L << 20;

    public static bool TryRead(byte[] bytes, CitySnapshot city, string owner, [NotNullWhen(true)] out ItemFile? file, out Wording problem)
    {
        (file, problem) = (null, default);
        try
        {
            using var document = WordprocessingDocument.Open(
                new MemoryStream(bytes, writable: false),
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostCharacters, AutoSave = false }
            );
            file = Read([.. Paragraphs(document)], city, owner);
        }
        catch (Exception fault)
            when (fault
                    is OpenXmlPackageException
                        or InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or InvalidOperationException
            )
        {
            problem = "这个 Word 文件读不了：内容损坏、过大、加了密码或不是 .docx。请另存为不加密的 .docx 后再试。";
        }
        return file is not null;
    }

    private static IEnumerable<(string Text, bool Heading)> Paragraphs(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        var styles = (main?.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(s => s.StyleId?.Value is not null)
            .GroupBy(s => s.StyleId!.Value!)
            .ToDictionary(g => g.Key, g => g.First().StyleName?.Val?.Value ?? g.Key);
        foreach (var paragraph in main?.Document?.Body?.Descendants<Paragraph>() ?? [])
        {
            var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
            var name = styles.GetValueOrDefault(style, style);
            yield return (TextOf(paragraph), HeadingName().IsMatch(name));
        }
    }

    private static string TextOf(Paragraph paragraph)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            if (part is Text words)
                text.Append(words.Text);
            else if (part is Break or TabChar)
                text.Append(' ');
        }
        return text.ToString().Trim();
    }

    private static ItemFile Read(IReadOnlyList<(string Text, bool Heading)> paragraphs, CitySnapshot city, string owner)
    {
        var (lines, problems) = (new List<ItemLine>(), new List<RowProblem>());
        var headings = paragraphs.Any(p => p.Heading);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Part? open = null;
        foreach (var ((text, heading), number) in paragraphs.Select((p, i) => (p, i + 1)).Where(p => p.p.Text.Length > 0))
        {
            var numbered = !headings && Numbered().IsMatch(text);
            var question = QuestionMark().Match(text);
            if (heading || numbered)
                Begin(number, Numbered().Replace(text, ""));
            else if (question.Success && open is { HasAnswer: false })
                open.Variants.Add(question.Groups[1].Value);
            else if (question.Success)
                Begin(number, question.Groups[1].Value);
            else if (open is null)
                problems.Add(
                    new RowProblem(
                        number,
                        "-",
                        "这一段在第一个标题之前，不属于任何一条。",
                        "标题用“标题 1”样式，或以“一、”“问：”开头；说明文字删去"
                    )
                );
            else
                open.Add(AnswerMark().Replace(text, ""));
        }
        Close();
        if (lines.Count == 0 && problems.Count == 0)
            problems.Add(new RowProblem(1, "-", "没有找到一条知识。", "标题用“标题 1”样式，或以“一、”“问：”开头，下面写答案"));
        return new ItemFile(lines, problems);

        void Begin(int number, string title)
        {
            Close();
            open = new Part(number, title.Trim());
        }

        void Close()
        {
            if (open is null)
                return;
            var content = open.Content();
            var wrong = ContentCheck.Of(content, city, open.Number).Concat(open.Problems).ToList();
            if (wrong.Count == 0 && !seen.Add(content.Title))
                wrong.Add(new RowProblem(open.Number, "title", "和前面一条标题相同。", "每条只写一次"));
            problems.AddRange(wrong);
            if (wrong.Count == 0)
                lines.Add(new ItemLine(open.Number, owner, null, content, new Dictionary<string, string>()));
        }
    }

    /// <summary>One item while it is read.</summary>
    private sealed class Part(int number, string title)
    {
        private readonly List<string> answer = [];
        private readonly Dictionary<string, string> fields = [];

        public int Number => number;

        public List<string> Variants { get; } = [];

        public List<RowProblem> Problems { get; } = [];

        public bool HasAnswer => answer.Count > 0;

        public void Add(string text)
        {
            if (Labelled().Match(text) is { Success: true } label)
                fields[label.Groups[1].Value] = label.Groups[2].Value.Trim();
            else if (text.Length > 0)
                answer.Add(text);
        }

        public KnowledgeContent Content() =>
            new()
            {
                Title = title,
                Variants = Variants,
                Answer = string.Join('\n', answer),
                Bases = ContentText.Lines(fields.GetValueOrDefault("依据"), '；', ';'),
                Materials = fields.GetValueOrDefault("材料", ""),
                Place = fields.GetValueOrDefault("地点", ""),
                Phone = fields.GetValueOrDefault("电话", ""),
                Hours = fields.GetValueOrDefault("办理时间", ""),
                DocumentNumber = fields.GetValueOrDefault("文号", ""),
                To = Day("失效日期"),
            };

        private DateOnly? Day(string field)
        {
            if (fields.GetValueOrDefault(field) is not { Length: > 0 } text)
                return null;
            if (DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            Problems.Add(new RowProblem(number, field, new Wording("“{0}”不是日期。", text), "如 2026-03-02；没有的空着"));
            return null;
        }
    }

    [GeneratedRegex(@"^(heading|标题)\s*[1-3]$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^\s*[一二三四五六七八九十百]+、\s*")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:问|Q)\s*[：:]\s*(.+)$")]
    private static partial Regex QuestionMark();

    [GeneratedRegex(@"^(?:答|A)\s*[：:]\s*")]
    private static partial Regex AnswerMark();

    [GeneratedRegex(@"^(依据|材料|地点|电话|办理时间|文号|失效日期)\s*[：:](.*)$", RegexOptions.Singleline)]
    private static partial Regex Labelled();
}
