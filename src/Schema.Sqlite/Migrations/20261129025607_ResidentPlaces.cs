using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ResidentPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "requests_followed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SeenSerial = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StoppedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_followed", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Area_EndedAt",
                table: "requests_requests",
                columns: new[] { "Area", "EndedAt" },
                filter: "\"EndedAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_followed_PersonId", table: "requests_followed", column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_followed");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Area_EndedAt", table: "requests_requests");
        }
    }
}
