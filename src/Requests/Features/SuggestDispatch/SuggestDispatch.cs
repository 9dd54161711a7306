using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Design;

namespace Suiying.Requests.Features;

/// <summary>读懂诉求: what a matter may be about and whose it may be, for programs in which agents take calls down. Nothing is registered.</summary>
public sealed class SuggestDispatch(IMatterReader reader, ICityRegistry registry)
{
    public const int LongestText = 4000;

    public Task<Outcome<MatterReading>> Run(MatterAsked asked, Actor by, CancellationToken ct) => Task.FromResult(Read(asked, by));

    private Outcome<MatterReading> Read(MatterAsked asked, Actor by)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        var city = registry.Current;
        var problems = new List<FieldProblem>();
        if (asked.Text.Length > LongestText)
            problems.Add(new FieldProblem("text", $"内容最多{LongestText}个字。"));
        if (asked.Category is { } category && city.Categories.Find(category) is null)
            problems.Add(new FieldProblem("category", "没有这个类别，请用类别代码，例如010101。"));
        if (asked.Area is { } area && city.Areas.Find(area) is null)
            problems.Add(new FieldProblem("area", "没有这个地点，请用区划代码。"));
        if (asked.Accused is { } accused && city.Units.Find(accused) is null)
            problems.Add(new FieldProblem("accused", "没有这个单位，请用单位代码。"));
        return problems.Count > 0 ? Refusal.Invalid(problems) : reader.Read(asked);
    }

    /// <summary>Why a unit is proposed, in one line.</summary>
    internal static string Because(UnitProposal proposal) =>
        string.Join(
            '；',
            [
                .. proposal.Confidence is { } confidence ? [Moments.Percent(confidence)] : Array.Empty<string>(),
                .. proposal.Reasons.Select(reason => reason.ToString()),
            ]
        );
}
