using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>票决: a secret ballot of deputies among the candidates of a programme's year. What is kept are marks without order or number; nobody's vote can be told.</summary>
public sealed class ProjectVote
{
    public const int MostDeputies = 5000;

    private ProjectVote() { }

    public Guid Id { get; private set; }

    /// <summary>Code of the programme.</summary>
    public string Programme { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>From 1; a second ballot among who tied is round 2.</summary>
    public int Round { get; private set; }

    /// <summary>全体代表</summary>
    public int Deputies { get; private set; }

    /// <summary>应选项目数</summary>
    public int Seats { get; private set; }

    /// <summary>Ids of the candidates in the order of the ballot, with blanks between.</summary>
    public string Candidates { get; private set; } = "";

    /// <summary>重计文件: a line for each ballot with its marks, sorted, so that no order is left by which one could be known.</summary>
    public string Marks { get; private set; } = "";

    /// <summary>Ids of the elected, with blanks between.</summary>
    public string Elected { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<Guid> CandidateIds => [.. Candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public VoteCount Count() => VoteCount.Of(Lines(), CandidateIds.Count, Seats, Deputies);

    /// <summary>计票: reads the ballots, counts them, and tells candidates their votes.</summary>
    public static Outcome<ProjectVote> Hold(
        ProgrammeScheme programme,
        int year,
        int round,
        (int? Deputies, int? Seats, string Ballots) told,
        IReadOnlyList<Proposal> candidates,
        Actor by,
        DateTimeOffset at
    )
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        var problems = new List<FieldProblem>();
        if (programme.Choice is not ProgrammeChoice.Vote)
            problems.Add(new FieldProblem("programme", "这个方案不由票决确定。"));
        if (told.Deputies is not (>= 1 and <= MostDeputies))
            problems.Add(new FieldProblem("deputies", $"请写全体代表人数，1 至 {MostDeputies}。"));
        if (told.Seats is not { } seats || seats < 1 || seats >= candidates.Count)
            problems.Add(new FieldProblem("seats", $"差额票决：应选数要少于候选数，现有候选 {candidates.Count} 项。"));
        if (!VoteCount.Read(told.Ballots).Ok(out var ballots, out var unreadable))
            problems.AddRange(unreadable.Fields);
        else if (ballots.Count > told.Deputies)
            problems.Add(new FieldProblem("ballots", $"有 {ballots.Count} 张票，比全体代表还多。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        var vote = new ProjectVote
        {
            Id = Guid.CreateVersion7(at),
            Programme = programme.Code,
            Year = year,
            Round = round,
            Deputies = told.Deputies!.Value,
            Seats = told.Seats!.Value,
            Candidates = string.Join(' ', candidates.Select(c => c.Id)),
            Marks = string.Join('\n', ballots!.Select(LineOf).Order(StringComparer.Ordinal)),
            By = by.Name,
            At = at,
        };
        var count = vote.Count();
        vote.Elected = string.Join(' ', count.Elected.Select(c => candidates[c - 1].Id));
        foreach (var (candidate, votes) in candidates.Zip(count.Yes))
            candidate.Count(votes);
        return vote;
    }

    private List<IReadOnlyList<int>> Lines() =>
        [
            .. Marks
                .Split('\n')
                .Select(l =>
                    (IReadOnlyList<int>)[.. l.Split(' ').Select(m => int.Parse(m, CultureInfo.InvariantCulture)).Where(m => m != 0)]
                ),
        ];

    private static string LineOf(IReadOnlyList<int> marks) =>
        marks.Count == 0 ? "0" : string.Join(' ', marks.Order().Select(m => m.ToString(CultureInfo.InvariantCulture)));
}
