namespace Suiying.Registry.Model.Pack;

/// <summary>One thing that is wrong in a city pack.</summary>
/// <param name="File">Path inside the pack.</param>
/// <param name="Row">As a spreadsheet counts, the header being 1; for GeoJSON the number of the feature; null where the whole file is meant.</param>
/// <param name="Field">Column, or path of the member in a JSON file.</param>
/// <param name="Problem">A sentence for the person who keeps the pack.</param>
/// <param name="Expected">What would be right, where that can be said.</param>
public sealed record PackProblem(string File, int? Row, string? Field, Phrase Problem, Phrase? Expected = null)
{
    public string Place => File + (Row is { } row ? ((Phrase)$" 第 {row} 行").ToString() : "") + (Field is null ? "" : $" [{Field}]");

    public string Sentence => Problem.ToString() + (Expected is null ? "" : ((Phrase)$"（应为：{Expected}）").ToString());

    public override string ToString() => $"{Place}：{Sentence}";
}

/// <summary>Collects problems up to a bound: a file in a wrong format would otherwise fill the screen with one mistake.</summary>
internal sealed class ProblemList
{
    public const int Most = 1000;

    private readonly List<PackProblem> problems = [];

    public IReadOnlyList<PackProblem> All => problems;

    /// <summary>True where more was wrong than is listed.</summary>
    public bool Cut { get; private set; }

    public void Add(PackProblem problem)
    {
        if (problems.Count < Most)
            problems.Add(problem);
        else
            Cut = true;
    }
}

/// <summary>The folder being read and what was found wrong in it so far.</summary>
internal sealed class PackFolder(string path)
{
    public string Path { get; } = path;

    public ProblemList Problems { get; } = new();

    public string At(string file) => System.IO.Path.Combine(Path, file);

    public void Report(string file, int? row, string? field, Phrase problem, Phrase? expected = null) =>
        Problems.Add(new PackProblem(file, row, field, problem, expected));
}

/// <summary>A record and the row on which it stands.</summary>
internal readonly record struct Located<T>(T Value, int Row);
