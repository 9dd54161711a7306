using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>建议来源</summary>
public enum ProposalSource
{
    /// <summary>诉求反映: what many calls say.</summary>
    Requests,

    /// <summary>群众建议</summary>
    Residents,

    /// <summary>代表建议: deputies and members of the consultative conference.</summary>
    Deputies,

    /// <summary>部门提出</summary>
    Departments,
}

/// <summary>建议状态</summary>
public enum ProposalState
{
    /// <summary>已收到</summary>
    Received,

    /// <summary>可行: screened, and among the candidates.</summary>
    Feasible,

    /// <summary>不采纳, with a reason that everybody may read.</summary>
    Rejected,

    /// <summary>并入: the same idea as another one.</summary>
    Merged,

    /// <summary>已立项</summary>
    Adopted,
}

/// <summary>项目建议: an idea for a programme's next year, with what became of it. Every one that is not taken has a reason.</summary>
public sealed class Proposal
{
    public const int LongestTitle = 60,
        LeastText = 10,
        LongestText = 1000;

    private Proposal() { }

    public Guid Id { get; private set; }

    /// <summary>Code of the programme.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>For which year.</summary>
    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Why it is wanted; personal data is taken out of what a resident wrote.</summary>
    public string Text { get; private set; } = "";

    public ProposalSource Source { get; private set; }

    /// <summary>Whose it is: a unit, or a motion's number; null for residents.</summary>
    public string? From { get; private set; }

    /// <summary>Leads to the sealed identity of a resident; never shown, and gone with it.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Code of the category, or null.</summary>
    public string? Category { get; private set; }

    /// <summary>Code of the area: the city, or a part of it.</summary>
    public string Area { get; private set; } = "";

    /// <summary>The theme from which it came, or null.</summary>
    public Guid? Theme { get; private set; }

    public ProposalState State { get; private set; }

    public Screening? Screening { get; private set; }

    /// <summary>Why it was not taken, as everybody reads it; null where it was.</summary>
    public string? Reason { get; private set; }

    /// <summary>The proposal that it is the same as.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>赞成票 where it was voted on; null where it was not.</summary>
    public int? Votes { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Whoever changed it last at a desk.</summary>
    public string? ScreenedBy { get; private set; }

    /// <summary>A second change of the same one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Everybody may read of it once somebody has looked at it.</summary>
    public bool IsPublic => State is not ProposalState.Received;

    /// <summary>提出</summary>
    public static Outcome<Proposal> Make(ProposalText said, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!said.MayBeMadeBy(by, city))
            return new NotAllowed();
        if (said.Problems(city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        return new Proposal
        {
            Id = Guid.CreateVersion7(at),
            Programme = said.Programme,
            Year = said.Year,
            Title = said.Title.Trim(),
            Text = said.Text.Trim(),
            Source = said.Source,
            From = said.Source is ProposalSource.Residents ? null : said.From.Trim(),
            PersonId = said.Source is ProposalSource.Residents ? by.Id : null,
            Category = said.Category.Length > 0 ? city.Categories.Acting(said.Category) : null,
            Area = said.Area,
            Theme = said.Theme,
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    /// <summary>初筛: money, land, law and people are looked at; with a problem in any it is no candidate.</summary>
    public Refusal? Screen(Screening found, Actor by, DateTimeOffset at)
    {
        if (Refuse(by, ProposalState.Received, ProposalState.Rejected, ProposalState.Feasible) is { } refusal)
            return refusal;
        if (found.Problems().ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        (Screening, Reason, MergedInto) = (found, null, null);
        Settle(ProposalState.Feasible, by, at);
        return null;
    }

    /// <summary>不采纳</summary>
    public Refusal? Reject(string reason, Actor by, DateTimeOffset at)
    {
        if (Refuse(by, ProposalState.Received, ProposalState.Feasible) is { } refusal)
            return refusal;
        if (reason.Trim().Length is < LeastText or > LongestText)
            return Refusal.Invalid(
                new FieldProblem("reason", $"请写明理由，{LeastText} 至 {LongestText} 个字：提建议的人和所有人都会看到。")
            );
        Reason = reason.Trim();
        Settle(ProposalState.Rejected, by, at);
        return null;
    }

    /// <summary>并入: what is the same idea is answered by the other one.</summary>
    public Refusal? Merge(Proposal into, Actor by, DateTimeOffset at)
    {
        if (Refuse(by, ProposalState.Received, ProposalState.Feasible) is { } refusal)
            return refusal;
        if (into.Id == Id || into.State is ProposalState.Merged or ProposalState.Rejected)
            return Refusal.Invalid(new FieldProblem("into", "请选择另一条没有并入别处、也没有不采纳的建议。"));
        MergedInto = into.Id;
        Settle(ProposalState.Merged, by, at);
        return null;
    }

    /// <summary>立项: what a project came from.</summary>
    public Refusal? Adopt(Actor by, DateTimeOffset at)
    {
        if (State is not ProposalState.Feasible)
            return new ProposalElsewhere(State);
        Settle(ProposalState.Adopted, by, at);
        return null;
    }

    /// <summary>记票</summary>
    public void Count(int votes) => Votes = votes;

    private Refusal? Refuse(Actor by, params ReadOnlySpan<ProposalState> from) =>
        !by.Is(Role.Supervisor) ? new NotAllowed()
        : from.Contains(State) ? null
        : new ProposalElsewhere(State);

    private void Settle(ProposalState state, Actor by, DateTimeOffset at)
    {
        (State, ScreenedBy, UpdatedAt) = (state, by.Name, at);
        Revision++;
    }
}

/// <summary>初筛意见: cost, land, law and who benefits.</summary>
/// <param name="Cost">估算投资, in 万元.</param>
/// <param name="Land">土地: is there a place for it; in words.</param>
/// <param name="Law">法律政策: may it be done; in words.</param>
/// <param name="Beneficiaries">受益人数, estimated.</param>
public sealed record Screening(decimal Cost, string Land, string Law, int Beneficiaries)
{
    public IEnumerable<FieldProblem> Problems()
    {
        if (Cost is < 0 or > 10_000_000)
            yield return new FieldProblem("cost", "估算投资以万元计，0 至 10000000。");
        if (Land.Trim().Length is < 2 or > 200)
            yield return new FieldProblem("land", "请写土地或场地怎样解决，2 至 200 个字。");
        if (Law.Trim().Length is < 2 or > 200)
            yield return new FieldProblem("law", "请写依据哪条法律或政策、合不合，2 至 200 个字。");
        if (Beneficiaries is < 1 or > 2_000_000_000)
            yield return new FieldProblem("beneficiaries", "请估计受益人数，1 以上的整数。");
    }
}
