using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>One topic with the requests behind it: every number opens.</summary>
public sealed class ReadTopic(MatterWindow window, IRequestViews views, ICityRegistry registry)
{
    /// <summary>So many requests are told; a topic rarely has more.</summary>
    public const int Told = 1000;

    /// <param name="Row">The request.</param>
    /// <param name="State">工单状态 in the field's words; empty where it is not public any more.</param>
    /// <param name="Unit">Name of the unit that has it, or empty.</param>
    /// <param name="New">It joined after the topic was found.</param>
    public sealed record Member(ToldMatter Row, string State, string Unit, bool New);

    /// <param name="Topic">The topic.</param>
    /// <param name="Members">The newest first.</param>
    /// <param name="At">When the topic was found.</param>
    /// <param name="From">From when on it was looked for.</param>
    public sealed record View(HotTopic Topic, IReadOnlyList<Member> Members, DateTimeOffset At, DateTimeOffset From);

    /// <param name="number">Of any request of the topic.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<View>> Run(string number, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ListTopics.Readers))
            return new NotAllowed();
        var (found, areas) = (window.Topics, registry.Current.Areas);
        if (found.Of(number) is not { } topic || !TopicAccess.MaySee(by, topic, areas))
            return new NotFound("这个热点不在了：它的诉求已超出时间范围，或归到了别的热点。");
        var joined = found.JoinedTo(topic);
        var rows = window
            .Rows(topic.Found.Members.Concat(joined))
            .Where(r => TopicAccess.MaySee(by, r.Area, areas))
            .OrderByDescending(r => r.RegisteredAt)
            .ThenBy(r => r.Number, StringComparer.Ordinal)
            .Take(Told)
            .ToList();
        var known = (await views.Find(new ViewFilter { Numbers = rows.ConvertAll(r => r.Number), Take = Told }, ct)).ToDictionary(v =>
            v.Number
        );
        return new View(
            topic,
            rows.ConvertAll(r =>
            {
                var words = known.GetValueOrDefault(r.Number)?.Words;
                return new Member(r, words?.State ?? "", words?.Unit ?? "", joined.Contains(r.Number));
            }),
            found.At,
            found.From
        );
    }
}
