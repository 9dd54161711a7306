using Microsoft.AspNetCore.Http;

namespace Suiying.Design;

/// <summary>存下的文件: how a file that came from somebody is answered, though it is a clean copy that we made ourselves.</summary>
public static class KeptFile
{
    /// <summary>Nothing in it may run, frame or be taken for another type; whoever may see it keeps it for ten minutes.</summary>
    public static void Guard(HttpResponse answer)
    {
        answer.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        answer.Headers.ContentDisposition = "inline";
        answer.Headers.XContentTypeOptions = "nosniff";
        answer.Headers.CacheControl = "private, max-age=600";
    }
}
