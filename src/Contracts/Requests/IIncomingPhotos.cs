using Microsoft.AspNetCore.Http;
using Suiying.Kernel;

namespace Suiying.Contracts.Requests;

/// <summary>来件照片: what comes with a message is kept as what is uploaded is: a clean copy, and nothing else of it.</summary>
public interface IIncomingPhotos
{
    /// <summary>At one time of sending.</summary>
    const int Most = 5;

    /// <summary>Of each, as it was sent.</summary>
    const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Keeps a copy; the bytes may be anything.</summary>
    /// <returns>The name of its file; or, in words that stand behind the photo's name, why it was not kept.</returns>
    Task<Outcome<string>> Keep(byte[] sent, CancellationToken ct);

    /// <summary>
    /// 证明材料: keeps what a browser sent with a form's field <c>photos</c>; PDF documents are kept as they were sent. One that is bad refuses all, so that
    /// nobody believes it was sent.
    /// </summary>
    /// <returns>The names of their files; or which was not kept and why, at the field.</returns>
    Task<Outcome<IReadOnlyList<string>>> KeepEvidence(IReadOnlyList<IFormFile> sent, CancellationToken ct);
}
