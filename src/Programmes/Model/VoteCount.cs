using System.Globalization;

namespace Suiying.Programmes.Model;

/// <summary>计票结果: what ballots come to. Counted from the marks alone, so that anybody with them counts the same.</summary>
/// <param name="Ballots">收回票数</param>
/// <param name="Invalid">废票: more marks than may be elected, a mark twice, or one of nobody.</param>
/// <param name="Yes">赞成票 of each candidate, in their order.</param>
/// <param name="Elected">Candidates from 1, the most votes first.</param>
/// <param name="Tied">Candidates at the cut with equal votes: a second ballot decides among them.</param>
public sealed record VoteCount(int Ballots, int Invalid, IReadOnlyList<int> Yes, IReadOnlyList<int> Elected, IReadOnlyList<int> Tied)
{
    /// <summary>Elected are those with the most votes, as many as there are seats, each with more than half of all deputies.</summary>
    /// <param name="ballots">Marks of each ballot: candidates from 1.</param>
    /// <param name="candidates">How many stand.</param>
    /// <param name="seats">应选: how many may be elected, and marked.</param>
    /// <param name="deputies">全体代表: all who may vote, present or not.</param>
    public static VoteCount Of(IReadOnlyCollection<IReadOnlyList<int>> ballots, int candidates, int seats, int deputies)
    {
        var valid = ballots
            .Where(b => b.Count <= seats && b.Distinct().Count() == b.Count && b.All(m => m >= 1 && m <= candidates))
            .ToList();
        var yes = Enumerable.Range(1, candidates).Select(c => valid.Count(b => b.Contains(c))).ToList();
        var passed = Enumerable.Range(1, candidates).Where(c => 2 * yes[c - 1] > deputies).OrderByDescending(c => yes[c - 1]).ToList();
        if (passed.Count <= seats)
            return new VoteCount(ballots.Count, ballots.Count - valid.Count, yes, passed, []);
        var cut = yes[passed[seats - 1] - 1];
        if (yes[passed[seats] - 1] < cut)
            return new VoteCount(ballots.Count, ballots.Count - valid.Count, yes, [.. passed.Take(seats)], []);
        return new VoteCount(
            ballots.Count,
            ballots.Count - valid.Count,
            yes,
            [.. passed.Where(c => yes[c - 1] > cut)],
            [.. passed.Where(c => yes[c - 1] == cut)]
        );
    }

    /// <summary>The marks of each line: numbers with blanks or commas between; an empty line between others is a blank ballot. What is no number is told with its line.</summary>
    public static Outcome<IReadOnlyList<IReadOnlyList<int>>> Read(string text)
    {
        var ballots = new List<IReadOnlyList<int>>();
        var problems = new List<FieldProblem>();
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n', ' ').Split('\n');
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var cells = line.Split([' ', ',', '，', '、', '\t'], StringSplitOptions.RemoveEmptyEntries);
            var marks = cells.Select(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : -1).ToList();
            if (marks.Contains(-1))
                problems.Add(
                    new FieldProblem("ballots", $"第 {i + 1} 行“{(Phrase)Shortened(line)}”应只写候选编号，如 1 3 5；弃权的写 0。")
                );
            else
                ballots.Add([.. marks.Where(m => m != 0)]);
        }
        if (text.Trim().Length == 0)
            problems.Add(new FieldProblem("ballots", "请录入选票，一行一张。"));
        return problems.Count > 0 ? Refusal.Invalid(problems) : ballots;
    }

    private static string Shortened(string line) => line.Length > 20 ? line[..20] : line;
}
