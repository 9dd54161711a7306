namespace Suiying.Web.Hosting;

/// <summary>Development signs in without a password, so it must not be reachable from another machine.</summary>
public static class LoopbackOnly
{
    /// <summary>Why the server must not start, or null.</summary>
    public static string? Refuses(IHostEnvironment environment, SuiyingSettings settings)
    {
        if (!environment.IsDevelopment())
            return null;
        var open = settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(url => !IsLoopback(url)).ToList();
        return open.Count == 0
            ? null
            : $"开发模式可一键登录任何角色，只允许监听本机地址；{string.Join("、", open)} 不是。"
                + "请改用 http://localhost:5080，或设置 ASPNETCORE_ENVIRONMENT=Production。";
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"), UriKind.Absolute, out var uri) && uri.IsLoopback;
}
