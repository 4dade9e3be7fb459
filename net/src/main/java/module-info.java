/// Listening and dialling. Moves bytes; knows no commands and no dialects.
module org.wirechief.net {
    requires static org.jspecify;

    exports org.wirechief.net;
}
