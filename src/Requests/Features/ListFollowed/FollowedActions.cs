using System.Globalization;
using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Requests.Features;

/// <summary>The buttons of the page of followed places.</summary>
public sealed class FollowedActions(
    ChangeFollowed change,
    StopFollowing stop,
    ResumeFollowing resume,
    MarkFollowed mark,
    ICityRegistry registry
)
{
    public const string Undo = "undo";
    public const string Seen = "seen";

    /// <param name="Words">What the page says of it; null where it speaks for itself.</param>
    public sealed record Said(string? Words);

    public async Task<Outcome<Said>> Run(string act, Guid id, IFormCollection form, Actor by, CancellationToken ct)
    {
        var (outcome, words) = act switch
        {
            "stop" => (await stop.Run(new StopFollowing.Command { Id = id }, by, ct), null),
            Undo => (await resume.Run(new ResumeFollowing.Command { Id = id }, by, ct), "已撤销，继续关注。"),
            Seen when ReadMark(form["seen"]) is { } seen => (await mark.Run(seen, by, ct), "好的，以后只列更新的。"),
            "save" => (await change.Run(Changed(id, form), by, ct), "已保存。"),
            _ => (new NotFound(), (string?)null),
        };
        return outcome.Ok(out _, out var refusal) ? new Said(words) : refusal;
    }

    public PlaceOption? OptionOf(string? code) =>
        registry.Current.Areas.Find(code) is { } area
            ? new PlaceOption(area.Code, area.Name, registry.Current.Areas.FullName(area.Parent))
            : null;

    /// <summary>What the page showed, so that no more than that is marked as seen.</summary>
    public static string MarkOf(ListFollowed.View view) =>
        string.Create(CultureInfo.InvariantCulture, $"{view.Serial}.{view.At.ToUnixTimeMilliseconds()}");

    private static MarkFollowed.Command? ReadMark(string? text) =>
        text?.Split('.') is [var serial, var at]
        && long.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var newest)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var when)
        && when < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new MarkFollowed.Command { Serial = newest, At = DateTimeOffset.FromUnixTimeMilliseconds(when) }
            : null;

    private static ChangeFollowed.Command Changed(Guid id, IFormCollection form) =>
        new() { Id = id, Wish = WishFields.Read(form, FollowedItem.SuffixOf(id)) };
}
