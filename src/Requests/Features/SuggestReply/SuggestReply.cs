using Suiying.Contracts.Knowledge;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>草拟答复: a first wording for whoever may reply now, by the language model that the city has set up. Nothing is saved or sent.</summary>
public sealed class SuggestReply(ReadRequest read, IKnowledge knowledge, IDraftWriter writer, ICityRegistry registry)
{
    private const int MostKnown = 3;

    /// <param name="number">工单编号</param>
    /// <param name="by">Who writes the reply.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ModelDraft>> Run(string number, Actor by, CancellationToken ct)
    {
        if (!(await read.Run(new ReadRequest.Query { Number = number }, by, ct)).Ok(out var detail, out var refusal))
            return refusal;
        if (!detail.Available.Contains(RequestAction.Reply))
            return new NotAllowed();
        if (!DraftMaterial.MayBeSent(detail.Request))
            return new NeverDrafted();
        var found = await knowledge.Search($"{detail.Row.Category} {detail.Text}", detail.Request.Area, MostKnown, ct);
        var asked = DraftMaterial.Of(DraftKind.Reply, detail, registry.Current) with
        {
            Known =
            [
                .. found
                    .Where(k => k.Answer is not null)
                    .Select(k => new KnownAnswer(string.Concat(k.Title.Select(t => t.Text)), k.Answer!)),
            ],
        };
        return await writer.Write(asked, by, ct);
    }
}
