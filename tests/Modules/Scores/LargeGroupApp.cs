using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>
/// The sample city with a group of more units than a page has room for, all of them scored and measured in one month: the later a unit's
/// code, the better its score. Of two street offices both have a place, of villages one alone.
/// </summary>
public sealed class LargeGroupApp : SuiyingApp
{
    public const string Month = "2026-02";

    /// <summary>Of the group <see cref="ScoreGroup.Section"/>.</summary>
    public const int Size = 230;

    private static readonly DateOnly First = new(2026, 2, 1);

    private readonly DirectoryInfo pack = Directory.CreateTempSubdirectory("suiying-large-");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [.. Enumerable.Range(1, Size).Select(at => string.Create(CultureInfo.InvariantCulture, $"SECTION-{at:000}"))];

    protected override string CityPack => pack.FullName;

    public override async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Pack, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(pack.FullName, Path.GetRelativePath(Pack, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        await File.AppendAllLinesAsync(
            Path.Combine(pack.FullName, "units.csv"),
            Sections.Select(code => $"{code},示例市供水企业班组{code[^3..]},{nameof(UnitKind.Section)},WATER,9901,,")
        );
        await base.InitializeAsync();
        await Use<ScoresDb, int>(db =>
        {
            db.Sums.AddRange(Sections.Select((code, at) => Sum(code, 1000, 500 + at)));
            db.Sums.AddRange(Sum("EAST-1", 20, 20), Sum("EAST-2", 20, 10), Sum("EAST-1-1", 20, 20), Sum("WEST-1-1", 2, 2));
            db.WorkMonths.AddRange(Sections.SelectMany((code, at) => Work(code, at)));
            return db.SaveChangesAsync();
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        pack.Delete(recursive: true);
    }

    protected override Task<TestDatabase> NewDatabase() => TestDatabase.Create();

    private static LiveSum Sum(string unit, int valid, int solved) => MadeSum.Of(unit, First, valid, solved);

    /// <summary>Ten were given and replied to; of the first hundred units one reply each is at a round minute.</summary>
    private static IEnumerable<WorkMonth> Work(string unit, int at) =>
        new[] { (WorkFigure.Given, 10), (WorkFigure.Replied, 10), (WorkFigure.RepliedRound, at < 100 ? 1 : 0) }.Select(f => new WorkMonth
        {
            Month = First,
            Unit = unit,
            Figure = f.Item1,
            Count = f.Item2,
        });
}
