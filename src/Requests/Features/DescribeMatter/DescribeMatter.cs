using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>First question: what kind of matter it is, what happened, and photos of it.</summary>
public sealed class DescribeMatter(RequestDrafts drafts, KeepPhotos keepPhotos, KeepMedia keepMedia, TimeProvider time)
{
    public const int ShortestText = 5;

    public sealed record Command
    {
        /// <summary>The visitor's draft; null begins one.</summary>
        public Guid? Draft { get; init; }

        public string? Type { get; init; }

        public string? Text { get; init; }

        public IReadOnlyList<IFormFile> Photos { get; init; } = [];

        /// <summary>Recordings and films.</summary>
        public IReadOnlyList<IFormFile> Media { get; init; } = [];

        /// <summary>A photo, recording or film of the draft that the person takes out; then nothing else is done.</summary>
        public string? Remove { get; init; }
    }

    public sealed record Answer(Guid Draft, DraftContent Content);

    public async Task<Outcome<Answer>> Run(Command command, Actor by, CancellationToken ct)
    {
        var draft = await drafts.Find(command.Draft, ct) is { Number: null } found ? found : null;
        if (command.Remove is { } gone)
            return draft is null ? new NotFound() : await Keep(draft with { Photos = [.. draft.Photos.Where(p => p.File != gone)] });

        var text = PlainText.Of(command.Text);
        var problems = new List<FieldProblem>();
        if (!Enum.TryParse<RequestType>(command.Type, out var type) || !MatterTypes.All.Contains(type))
            problems.Add(new FieldProblem("type", "请选择您要做什么，例如“求助”。"));
        problems.AddRange(ServiceRequest.CheckText("text", "您要说的事", text, ServiceRequest.LongestText, ShortestText)?.Fields ?? []);
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var already = draft?.Photos ?? [];
        var keep = new KeepPhotos.Command { Photos = command.Photos, Already = already.Count(p => p.IsPicture) };
        if (!(await keepPhotos.Run(keep, ct)).Ok(out var photos, out var refusal))
            return refusal;
        var listen = new KeepMedia.Command { Media = command.Media, Already = already.Count(p => !p.IsPicture) };
        if (!(await keepMedia.Run(listen, ct)).Ok(out var media, out refusal))
            return refusal;
        var content = draft ?? DraftContent.New(time.GetUtcNow());
        return await Keep(
            content with
            {
                Type = type,
                Text = text,
                Photos = [.. already.Concat(photos).Concat(media).DistinctBy(p => p.File)],
            }
        );

        async Task<Answer> Keep(DraftContent changed) => new(await drafts.Keep(draft is null ? null : command.Draft, changed, ct), changed);
    }
}

/// <summary>The kinds of matter that residents choose from, with what each means in plain words.</summary>
internal static class MatterTypes
{
    public static IReadOnlyList<RequestType> All { get; } =
    [RequestType.Help, RequestType.Complaint, RequestType.Inquiry, RequestType.Suggestion, RequestType.Report, RequestType.Praise];

    public static string Hint(RequestType type) =>
        type switch
        {
            RequestType.Help => "遇到困难，想请人来解决，例如停水、路灯坏了",
            RequestType.Complaint => "对服务、管理或商家不满意",
            RequestType.Inquiry => "想问政策，或者一件事怎么办",
            RequestType.Suggestion => "有个主意，能让城市更好",
            RequestType.Report => "有人或单位违法违规；内容和您的身份都会密封",
            _ => "有人做得好，想让大家知道",
        };
}
