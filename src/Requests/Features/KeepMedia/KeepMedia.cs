using Microsoft.AspNetCore.Http;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>Takes recordings and films as a browser sends them and keeps clean copies. One that is no such thing refuses all.</summary>
public sealed class KeepMedia(IFileStore files)
{
    /// <summary>Each is held whole in memory while it is cleaned; two at a time is what a small machine bears.</summary>
    private static readonly SemaphoreSlim Turns = new(2, 2);

    /// <summary>For one time of sending. 示例.</summary>
    public const int Most = 2;

    /// <summary>Of each. 示例.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    public const string Accepted = "audio/*,video/*";

    public sealed record Command
    {
        public required IReadOnlyList<IFormFile> Media { get; init; }

        /// <summary>How many are there already.</summary>
        public int Already { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<KeptPhoto>>> Run(Command command, CancellationToken ct)
    {
        // A file input that was left empty still sends one part without content.
        var sent = command.Media.Where(p => p.Length > 0 || p.FileName.Length > 0).ToList();
        static Refusal No(Phrase problem) => Refusal.Invalid(new FieldProblem("media", problem));
        if (command.Already + sent.Count > Most)
            return No($"最多上传{Most}段录音或视频，现在一共有{command.Already + sent.Count}段。");
        if (sent.Any(p => p.Length > MostBytes))
            return No($"有一段超过{MostBytes / 1024 / 1024}MB，请录短一些，或降低清晰度再录。");
        var kept = new List<KeptPhoto>();
        foreach (var (file, index) in sent.Select((p, i) => (p, i + 1)))
        {
            await Turns.WaitAsync(ct);
            try
            {
                using var memory = new MemoryStream((int)file.Length);
                await file.CopyToAsync(memory, ct);
                if (MediaCopy.Of(memory.ToArray()) is not { } copy)
                    return No($"第{index}段不是录音或视频，或者已损坏。可以上传MP4、MOV、3GP、WebM、M4A、MP3、OGG、WAV、AMR格式。");
                kept.Add(new KeptPhoto(await files.Save(copy.Bytes, ct), copy.ContentType, copy.Bytes.Length));
            }
            finally
            {
                Turns.Release();
            }
        }
        return kept.DistinctBy(p => p.File).ToList();
    }
}
