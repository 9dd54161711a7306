using Microsoft.AspNetCore.Http;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>Photos, and recordings and films, that came together.</summary>
public sealed class KeepFiles(KeepPhotos keepPhotos, KeepMedia keepMedia)
{
    public sealed record Command
    {
        public IReadOnlyList<IFormFile> Photos { get; init; } = [];

        public IReadOnlyList<IFormFile> Media { get; init; } = [];
    }

    public async Task<Outcome<IReadOnlyList<KeptPhoto>>> Run(Command command, CancellationToken ct)
    {
        if (!(await keepPhotos.Run(new KeepPhotos.Command { Photos = command.Photos }, ct)).Ok(out var photos, out var refusal))
            return refusal;
        return (await keepMedia.Run(new KeepMedia.Command { Media = command.Media }, ct)).Ok(out var media, out refusal)
            ? new List<KeptPhoto>([.. photos, .. media])
            : refusal;
    }

    /// <summary>What stands against so many at one time of sending; null where nothing does.</summary>
    public static Refusal? TooMany(IReadOnlyCollection<KeptPhoto> files) =>
        files.Count(f => f.IsPicture) > RequestAttachment.Most
            ? Refusal.Invalid(new FieldProblem("photos", $"最多上传{RequestAttachment.Most}张照片。"))
        : files.Count(f => !f.IsPicture) > KeepMedia.Most
            ? Refusal.Invalid(new FieldProblem("media", $"最多上传{KeepMedia.Most}段录音或视频。"))
        : null;
}
