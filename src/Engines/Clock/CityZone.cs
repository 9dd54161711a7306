namespace Suiying.Engines.Clock;

/// <summary>Finds the time zone of a city. There is no fallback: a deadline counted in a wrong zone is wrong by hours and looks right.</summary>
public static class CityZone
{
    /// <param name="ianaName">IANA name such as Asia/Shanghai.</param>
    /// <exception cref="TimeZoneNotFoundException">The name is empty or no IANA name, or the machine has no data for it.</exception>
    public static TimeZoneInfo Find(string ianaName)
    {
        if (string.IsNullOrWhiteSpace(ianaName))
            throw new TimeZoneNotFoundException("城市没有写明时区（timeZone），例如 Asia/Shanghai。");

        TimeZoneInfo zone;
        try
        {
            zone = TimeZoneInfo.FindSystemTimeZoneById(ianaName);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            throw new TimeZoneNotFoundException(
                $"找不到时区“{ianaName}”：名称有误，或本机没有安装时区数据（Debian 的 tzdata 软件包）。",
                e
            );
        }

        // A Windows name is translated by some machines and unknown on others; a city pack has to mean the same everywhere.
        return zone.HasIanaId
            ? zone
            : throw new TimeZoneNotFoundException($"“{ianaName}”不是 IANA 时区名称，请写成 Asia/Shanghai 这样的名称。");
    }
}
