using System.Globalization;
using CsvHelper;
using Suiying.Requests.Model.Synthetic;

namespace Suiying.Requests.Features;

/// <summary>Reads <c>demo/topics.csv</c> and <c>demo/places.csv</c> of a city pack. Every fault is told with its file and row.</summary>
public static class VocabularyFiles
{
    private static readonly string[] TopicColumns = ["category", "title", "text", "season", "weight"];
    private static readonly string[] PlaceColumns = ["kind", "text"];

    /// <param name="folder">Folder of the pack's demo files.</param>
    public static Outcome<Vocabulary> Read(string folder)
    {
        var problems = new List<FieldProblem>();
        var topics = ReadRows(Path.Combine(folder, "topics.csv"), TopicColumns, problems, ReadTopic);
        var places = ReadRows(Path.Combine(folder, "places.csv"), PlaceColumns, problems, (csv, _) => csv.GetString("text").Trim());
        if (problems.Count == 0 && topics.Count == 0)
            problems.Add(new FieldProblem("topics.csv", "没有任何主题。"));
        if (problems.Count == 0 && places.Count == 0)
            problems.Add(new FieldProblem("places.csv", "没有任何地点。"));
        return problems.Count == 0 ? new Vocabulary(topics, places) : Refusal.Invalid(problems);
    }

    private static List<T> ReadRows<T>(
        string path,
        string[] columns,
        List<FieldProblem> problems,
        Func<CsvReader, Action<string, string>, T> read
    )
    {
        var file = Path.GetFileName(path);
        var rows = new List<T>();
        if (!File.Exists(path))
        {
            problems.Add(new FieldProblem(file, $"没有找到文件：{path}"));
            return rows;
        }
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path), CsvReaderOptions.Default);
            csv.ReadHeader();
            if (columns.Except(csv.Headers).Any())
                problems.Add(new FieldProblem($"{file}:1", $"第一行必须是表头：{string.Join(',', columns)}。"));
            else
                for (var row = 2; csv.Read(); row++)
                    rows.Add(read(csv, (field, problem) => problems.Add(new FieldProblem($"{file}:{row} {field}", problem))));
        }
        catch (CsvFormatException broken)
        {
            problems.Add(new FieldProblem(file, $"文件不是合格的 CSV：{broken.Message}"));
        }
        return rows;
    }

    private static Topic ReadTopic(CsvReader csv, Action<string, string> report)
    {
        int? Whole(string text, int most) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
                ? number
                : null;

        var season = csv.GetString("season").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (season.Any(month => Whole(month, 12) is null))
            report("season", "月份应为 1 至 12，用分号隔开。");
        if (Whole(csv.GetString("weight").Trim(), 20) is not { } weight)
        {
            report("weight", "频度应为 1 至 20 的整数。");
            weight = 1;
        }
        var topic = new Topic
        {
            Category = csv.GetString("category").Trim(),
            Title = csv.GetString("title").Trim(),
            Text = csv.GetString("text").Trim(),
            Season = [.. season.Select(month => Whole(month, 12)).OfType<int>()],
            Weight = weight,
        };
        foreach (var (field, text) in new[] { ("category", topic.Category), ("title", topic.Title), ("text", topic.Text) })
        {
            if (text.Length == 0)
                report(field, $"{field} 不能为空。");
        }
        return topic;
    }
}
